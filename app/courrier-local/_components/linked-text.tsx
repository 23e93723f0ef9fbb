/** The plain text of a mail with its addresses made into links, as mailboxes do. */
export function LinkedText({ text }: { readonly text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]+)/u);
  return parts.map((part, index) =>
    /^https?:\/\//u.test(part) ? (
      // The order of the parts of one mail never changes.
      // oxlint-disable-next-line react/no-array-index-key
      <a key={index} href={part} className="link break-all">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
