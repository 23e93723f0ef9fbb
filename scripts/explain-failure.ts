/** One message that a person can act on, for what makes a start or a command fail. */
export function explainFailure(error: unknown): string {
  const text = messageOf(error);
  const all = `${text} ${codesOf(error).join(" ")}`;
  if (/ENOSPC|53100|no space left on device|disk is full/iu.test(all))
    return "The disk is full: free some space where DATA_DIR lies, then start again. Nothing was lost.";
  if (/EROFS|EACCES|EPERM/u.test(all) && !text.includes("embedded PostgreSQL"))
    return `A file or folder cannot be written: ${text}. Check the owner of DATA_DIR.`;
  if (/ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|CONNECT_TIMEOUT|57P03/u.test(all))
    return `The database does not answer at the address of DATABASE_URL (${text}).`;
  if (/28P01|28000|3D000/u.test(all)) return `The database refused the connection of DATABASE_URL: ${text}.`;
  if (/42501/u.test(all))
    return `The database's owner lacks a right: ${text}. docs/deployment.md says which are needed; DATABASE_OWNER_URL may name another user for the migrations.`;
  return text;
}

/** Codes of an error and of its causes: "ENOSPC", or five characters of PostgreSQL. */
function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const { code } = error as Error & { code?: unknown };
  const inner = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...(typeof code === "string" ? [code] : []), ...inner, ...codesOf(error.cause)];
}

/** A statement that failed says nothing; its cause does. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message.startsWith("Failed query") && error.cause instanceof Error)
    return `${messageOf(error.cause)} (in: ${error.message.replace(/\s+/gu, " ").slice(14, 120)}…)`;
  return error.message || codesOf(error).join(", ") || error.name;
}
