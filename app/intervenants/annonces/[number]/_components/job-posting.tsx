/** What search engines read of an open ad (schema.org). A block of data: no browser runs it, "<" is written so that none ends it. */
export function JobPosting({ data }: { readonly data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }} />;
}
