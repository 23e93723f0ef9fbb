import type { TermsText } from "@/lib/accounts/consents/terms/terms-text";
import { shortDay } from "@/lib/core/format";

/** The text of terms, to be read: on the page that asks for them, and again from the account. */
export function TermsArticle({ text, version }: { readonly text: TermsText; readonly version: string }) {
  return (
    <article className="measure">
      <p className="mb-6 text-sm text-ink-soft">
        Version {version}, en vigueur depuis le {shortDay(text.inForceOn)}
      </p>
      {text.sections.map(({ title, paragraphs = [], items = [] }) => (
        <section key={title} className="mb-6">
          <h2 className="mb-2 text-lg">{title}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} className="mb-2">
              {paragraph}
            </p>
          ))}
          {items.length > 0 && (
            <ul className="list-disc space-y-1.5 pl-5">
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </article>
  );
}
