import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { blocksOf, wizardPages } from "@/lib/trainers/profile/fields.data";
import { lineTableOf } from "@/lib/trainers/profile/lines.data";
import { lineKinds } from "@/lib/trainers/profile/vocabulary";

interface Place {
  readonly title: string;
  readonly href: string;
}

/** Every block and table by its identifier, with where it is. */
const places: Readonly<Record<string, Place>> = Object.fromEntries([
  ...wizardPages.flatMap((page) =>
    blocksOf[page].map(({ id, title }) => [id, { title, href: paths.trainers.cvPage(page, `bloc-${id}`) }] as const),
  ),
  ...lineKinds.map(
    (kind) => [kind, { title: lineTableOf(kind).title, href: paths.trainers.cvPage("parcours", `tableau-${kind}`) }] as const,
  ),
]);

interface Props {
  readonly remarks: Readonly<Record<string, string>>;
  /** "21 janvier 2027": no sooner is the request archived. */
  readonly archivedFrom: string | null;
}

/** What the manager asks for, each with the way to it, and until when (EI-41). */
export function RemarkList({ remarks, archivedFrom }: Props) {
  return (
    <Alert tone="warning" title="Votre gestionnaire vous demande des compléments">
      <p>Complétez les parties suivantes, puis transmettez de nouveau avec le même bouton.</p>
      {archivedFrom !== null && (
        <p>
          Sans réponse de votre part, votre demande sera archivée au plus tôt le <strong>{archivedFrom}</strong>.
        </p>
      )}
      <ul className="space-y-3">
        {Object.entries(remarks).map(([block, remark]) => {
          const place = places[block];
          return (
            <li key={block}>
              {place !== undefined && (
                <TextLink href={place.href} className="font-semibold">
                  {place.title}
                </TextLink>
              )}
              <p className="whitespace-pre-line">{remark}</p>
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}
