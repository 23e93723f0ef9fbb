/** Control characters that no text holds; tab, line ends and form feed are not among them. */
const controls = /[^\P{Cc}\t\n\r\f\u0080-\u009F]/u;
/** Bytes that Windows-1252 leaves undefined. */
const undefinedLatin = /[\u0081\u008D\u008F\u0090\u009D]/u;
const byteOrderMark16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/** Valid UTF-8, UTF-16 with its mark, or Windows-1252, without control characters and without another format inside. */
export function isText(bytes: Buffer): boolean {
  // PDF readers accept their signature anywhere in the first kilobyte.
  if (bytes.subarray(0, 1024).includes("%PDF-")) return false;
  if (byteOrderMark16.some((mark) => bytes.subarray(0, 2).equals(mark)))
    return isCleanIn(bytes[0] === 0xff ? "utf-16le" : "utf-16be", bytes);
  return isCleanIn("utf-8", bytes) || isLatin(bytes);
}

function isCleanIn(encoding: string, bytes: Buffer): boolean {
  try {
    return !controls.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

function isLatin(bytes: Buffer): boolean {
  const text = bytes.toString("latin1");
  return !controls.test(text) && !undefinedLatin.test(text);
}

/** Objects and links embedded in RTF: the way attacks travel in it, never needed for a CV. */
export const hasActiveRtf = (bytes: Buffer): boolean => /\\(?:objdata|objupdate|objocx|objemb|objlink)/iu.test(bytes.toString("latin1"));
