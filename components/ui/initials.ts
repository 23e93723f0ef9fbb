/** "Claire Martin" → "CM"; "Jean-Baptiste de La Tour" → "JT". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = ""] = words[0] ?? "";
  const [last = ""] = words.length > 1 ? (words.at(-1) ?? "") : "";
  return (first + last).toLocaleUpperCase("fr");
}
