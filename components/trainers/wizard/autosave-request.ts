import type { FieldChange } from "@/components/form/autosave/local-copy";
import type { SaveAnswer } from "@/components/form/autosave/save-answer";

interface Kept {
  readonly at: string;
  readonly conflicts: readonly { readonly field: string; readonly theirs: string | readonly string[] }[];
}
interface Refused {
  readonly message?: string;
  readonly fieldErrors?: Readonly<Record<string, readonly string[]>>;
}

/** Sends changes of a form to be kept at this address; `more` says of what (a line of the CV). */
export async function sendChanges(
  address: string,
  changes: readonly FieldChange[],
  keepalive: boolean,
  more: Readonly<Record<string, string>> = {},
): Promise<SaveAnswer> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...more, changes }),
      keepalive,
    });
    if (response.status === 401) return { kind: "signed_out" };
    if (response.ok) return { kind: "saved", ...((await response.json()) as Kept) };
    // Too many, or out of order: worth another try; anything else is an answer.
    if (response.status === 429 || response.status >= 500) return { kind: "unreachable" };
    const { message = "Rechargez la page, puis recommencez.", fieldErrors = {} } = (await response.json()) as Refused;
    return { kind: "refused", message: Object.values(fieldErrors).flat().join(" ") || message };
  } catch {
    return { kind: "unreachable" };
  }
}
