import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { type ToDo } from "@/lib/trainers/profile/to-do";
import { wizardPageLabels, wizardPages } from "@/lib/trainers/profile/fields.data";

/** Where a missing thing is filled in. */
function linkTo({ page, target }: ToDo): string {
  if ("lineId" in target) return `${paths.trainers.cvLine(target.lineId)}?verifier=oui`;
  const anchor = "table" in target ? `tableau-${target.table}` : `cv-${page}-${target.field}`;
  return `${paths.trainers.cvPage(page)}?verifier=oui#${anchor}`;
}

/** What is missing before the CV can be sent, page by page, each with its link (EI-33). */
export function ToDoList({ toDo }: { readonly toDo: readonly ToDo[] }) {
  if (toDo.length === 0) return <p className="font-semibold text-success">Tout est rempli : votre demande peut être transmise.</p>;
  return (
    <section aria-labelledby="titre-manque" className="space-y-4">
      <h2 id="titre-manque" className="text-xl">
        Ce qui manque ({toDo.length})
      </h2>
      {wizardPages.map((page) => {
        const onPage = toDo.filter((one) => one.page === page);
        if (onPage.length === 0) return null;
        return (
          <div key={page} className="space-y-2">
            <h3 className="text-lg">{wizardPageLabels[page]}</h3>
            <ul className="space-y-1">
              {onPage.map((one) => (
                <li key={linkTo(one)}>
                  <TextLink href={linkTo(one)} prefetch={false}>
                    {one.label}
                  </TextLink>
                  <span className="text-ink-soft"> – {one.message}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
