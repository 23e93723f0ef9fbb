import type { Metadata } from "next";
import { cache } from "react";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { RichText } from "@/components/ui/rich-text";
import { TextLink } from "@/components/ui/text-link";
import { type PublishedVersion, readDocument } from "@/lib/content/documents/read-document";
import { documentOfSlug } from "@/lib/content/documents/rules";
import { longDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { currentCtx } from "@/lib/entry/current-ctx";
import { page, text, titled } from "@/lib/entry/page";

/** Once for the title and the page of one request. */
const readOnce = cache(readDocument);

export async function generateMetadata({ params }: { readonly params: Promise<{ document: string }> }): Promise<Metadata> {
  const key = documentOfSlug((await params).document);
  const found = key === undefined ? null : await readOnce(await currentCtx(), key).catch(() => null);
  return titled(found === null ? "Document inconnu" : found.shown.title);
}

/** A document in the version in force, or in an earlier one that somebody wants to read again (EI-03, AD-07). */
export default page({ name: "trainers.document", policy: "visitor" }, async (ctx, { params, searchParams }) => {
  const slug = params["document"] ?? "";
  const key = documentOfSlug(slug);
  if (key === undefined) throw absent();
  const asked = text(searchParams["version"]);
  const { shown, versions } = asked === undefined ? await readOnce(ctx, key) : await readDocument(ctx, key, numberOf(asked));
  return (
    <article>
      <Breadcrumb parents={[{ label: "Informations complémentaires", href: paths.trainers.information() }]} current={shown.title} />
      <PageHeader
        title={shown.title}
        lead={`Version ${shown.number}, ${shown.standing === "announced" ? "en vigueur à partir du" : "en vigueur depuis le"} ${longDay(shown.inForceOn)}`}
        actions={<PrintButton />}
      />
      <Standing slug={slug} shown={shown} />
      <RichText text={shown.body} className="measure" />
      {versions.length > 1 && <Versions slug={slug} shown={shown} versions={versions} />}
    </article>
  );
});

/** Numbers only: "1e1" or "0x1" is no version. */
const numberOf = (asked: string): number => (/^\d{1,6}$/u.test(asked) ? Number(asked) : 0);

function Standing({ slug, shown: { standing, inForceOn } }: { readonly slug: string; readonly shown: PublishedVersion }) {
  if (standing === "in_force" || standing === "draft") return null;
  const title =
    standing === "replaced" ? "Cette version n’est plus en vigueur." : `Cette version entrera en vigueur le ${longDay(inForceOn)}.`;
  return (
    <div className="mb-6">
      <Alert tone="warning" title={title}>
        <p>
          <TextLink href={paths.trainers.document(slug)}>Lire la version en vigueur</TextLink>
        </p>
      </Alert>
    </div>
  );
}

const words = { in_force: "en vigueur", announced: "à venir", replaced: "remplacée", draft: "" } as const;

interface VersionsProps {
  readonly slug: string;
  readonly shown: PublishedVersion;
  readonly versions: readonly PublishedVersion[];
}

function Versions({ slug, shown, versions }: VersionsProps) {
  return (
    <div className="mt-12 border-t border-line pt-6 print:hidden">
      <Section title="Toutes les versions" id="versions">
        <ul className="max-w-3xl divide-y divide-line">
          {versions.map(({ number, standing, inForceOn, changes }) => (
            <li key={number} className="py-3">
              <p>
                {number === shown.number ? (
                  <strong>Version {number} (celle-ci)</strong>
                ) : (
                  <TextLink
                    href={standing === "in_force" ? paths.trainers.document(slug) : paths.trainers.document(slug, { version: number })}
                  >
                    Version {number}
                  </TextLink>
                )}
                , {words[standing]}, {standing === "announced" ? "à partir du" : "du"} {longDay(inForceOn)}
              </p>
              {changes !== "" && <p className="whitespace-pre-line text-ink-soft">{changes}</p>}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
