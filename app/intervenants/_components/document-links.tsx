import { TextLink } from "@/components/ui/text-link";
import { documentFacts } from "@/lib/content/documents/documents.data";
import type { DocumentKey } from "@/lib/content/vocabulary";
import { paths } from "@/lib/core/paths";

interface Props {
  readonly keys: readonly DocumentKey[];
  /** Says under each link what one finds in it. */
  readonly explained?: boolean;
}

/** Links to documents of the portal, in the version in force. */
export function DocumentLinks({ keys, explained = false }: Props) {
  return (
    <ul className="space-y-2">
      {keys.map((key) => {
        const { slug, label, purpose } = documentFacts(key);
        return (
          <li key={key}>
            <TextLink href={paths.trainers.document(slug)} prefetch={false}>
              {label}
            </TextLink>
            {explained && <span className="block text-ink-soft">{purpose}</span>}
          </li>
        );
      })}
    </ul>
  );
}
