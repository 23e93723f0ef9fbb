"use client";

import { useEffect, useMemo, type MouseEvent } from "react";
import { copyKeyOf, type Values } from "@/components/form/autosave/local-copy";
import { SubmitButton } from "@/components/form/submit-button";
import { useHydrated } from "@/components/form/use-hydrated";
import { readForm } from "@/components/trainers/wizard/use-live-answers";
import { WizardForm } from "@/components/trainers/wizard/wizard-form";
import { Button } from "@/components/ui/button";
import { paths } from "@/lib/core/paths";
import type { FieldErrors } from "@/lib/core/refusal";
import { dossierSpecs } from "@/lib/trainers/dossier/blocks.data";
import { isToKeep } from "@/lib/trainers/dossier/form/rules";
import { erasing } from "@/lib/trainers/dossier/form/schemas";
import { needOf } from "@/lib/trainers/dossier/needs.data";
import type { OwnDossier } from "@/lib/trainers/dossier/own-dossier";
import { type DossierBlock as BlockName, dossierBlocks } from "@/lib/trainers/dossier/vocabulary";
import type { Answers } from "@/lib/trainers/profile/vocabulary";
import { sendDossierAction } from "../actions";
import { type BlockContext, DossierBlock } from "./dossier-block";
import { StateBadge } from "./state-badge";

interface Props extends Omit<BlockContext, "formId" | "copyKey" | "own"> {
  readonly own: Pick<OwnDossier, "answers" | "files" | "sepa" | "blocks">;
  readonly owner: string;
  readonly knownErrors?: FieldErrors;
}

const formId = "dossier";
const allFields = dossierBlocks.flatMap((block) => dossierSpecs[block].fields);

/** What is typed, but for numbers that are not whole yet where one is kept. */
const readTyped =
  (kept: Answers) =>
  (form: HTMLFormElement, saved: Values): Values => {
    const posted = new FormData(form);
    return Object.fromEntries(
      Object.entries(readForm(form, allFields)).filter(([name, typed]) =>
        isToKeep(name, typed, { answers: kept, saved: saved[name], erased: posted.has(erasing(name)) }),
      ),
    );
  };

/** Where nothing runs in the browser, answers and files leave together for a route that takes both. */
const plainly = { formAction: paths.api.dossierForm, formEncType: "multipart/form-data" } as const;

/** The dossier's form: saved while one types, sent block by block by "Transmettre" (EI-60 to EI-65). */
export function DossierForm({ own, owner, knownErrors, ...context }: Props) {
  const alive = useHydrated();
  const read = useMemo(() => readTyped(own.answers), [own.answers]);
  const shownBlocks = useMemo(
    () => (live: Answers) =>
      dossierBlocks
        .map((name) => ({ name, need: needOf(name, live) }))
        .filter(({ name, need }) => need !== "absent" || own.blocks[name].request !== null),
    [own.blocks],
  );
  useTarget();
  return (
    // On a phone one block at a time, by the address: the list gives way to the block that is aimed at.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div className="group/dossier" onClickCapture={aim}>
      <WizardForm
        formId={formId}
        action={sendDossierAction}
        hidden={{}}
        fields={allFields}
        answers={own.answers}
        lists={context.lists}
        keptAt={paths.api.dossierDraft}
        returnTo={paths.trainers.dossier()}
        copy={formId}
        owner={owner}
        read={read}
        label="Dossier administratif"
        className="max-w-3xl"
        {...(knownErrors !== undefined && { knownErrors })}
        questions={(live) => {
          const shown = shownBlocks(live);
          return (
            <>
              {/* What the Enter key does: keeps, never sends. */}
              <button type="submit" name="then" value="stay" tabIndex={-1} aria-hidden className="sr-only" {...(!alive && plainly)}>
                Enregistrer
              </button>
              <BlockList shown={shown} own={own} />
              {shown.map(({ name, need }, index) => (
                <section
                  key={name}
                  id={name}
                  aria-labelledby={`titre-${name}`}
                  className="scroll-mt-6 space-y-6 border-t border-line pt-6 max-md:hidden max-md:target:block max-md:has-[:target]:block"
                >
                  <DossierBlock
                    {...context}
                    formId={formId}
                    copyKey={copyKeyOf(owner, formId)}
                    own={own}
                    name={name}
                    block={own.blocks[name]}
                    need={need}
                    live={live}
                  />
                  <Neighbours previous={shown[index - 1]?.name} next={shown[index + 1]?.name} />
                </section>
              ))}
            </>
          );
        }}
      >
        <div className="flex flex-wrap items-center gap-3 border-t border-line pt-6">
          {alive ? (
            <>
              <SubmitButton name="then" value="stay" variant="secondary">
                Enregistrer
              </SubmitButton>
              <SubmitButton name="then" value="send">
                Transmettre
              </SubmitButton>
            </>
          ) : (
            <>
              <Button type="submit" name="then" value="stay" variant="secondary" {...plainly}>
                Enregistrer
              </Button>
              <Button type="submit" name="then" value="send" {...plainly}>
                Transmettre
              </Button>
            </>
          )}
        </div>
      </WizardForm>
    </div>
  );
}

const blockAround = (element: Element | null): string | null => element?.closest("section[id]")?.id ?? null;

/**
 * Links of the summary of errors only move the focus; the block that they lead to must be in view first. The block is
 * aimed at, never the field, which may go away: a place for a file does, once it is filled.
 */
function aim({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest("a[href^='#dossier-']") : null;
  const block = link instanceof HTMLAnchorElement ? blockAround(document.getElementById(link.hash.slice(1))) : null;
  if (block !== null) window.location.hash = block;
}

/**
 * The router changes the address without the browser's knowing what is aimed at: told again, whether it leads to a block,
 * to a field of one or, once all is sent, away from one.
 */
function useTarget(): void {
  useEffect(() => {
    const { hash } = window.location;
    const aimed = hash === "" ? null : document.getElementById(hash.slice(1));
    const block = blockAround(aimed);
    if (block !== null && document.querySelector(":target")?.id !== block) window.location.replace(`#${block}`);
    if (aimed instanceof HTMLElement && aimed.id !== block) aimed.focus();
    if (hash === "" && document.querySelector(":target") !== null) window.location.replace("#dossier-administratif");
  }, []);
}

interface Shown {
  readonly name: BlockName;
  readonly need: ReturnType<typeof needOf>;
}

/** Every block with its standing, each leading to its questions. */
function BlockList({ shown, own }: { readonly shown: readonly Shown[]; readonly own: Props["own"] }) {
  return (
    <nav aria-label="Blocs du dossier" className="max-md:group-has-[:target]/dossier:hidden">
      <ul className="divide-y divide-line border-y border-line">
        {shown.map(({ name, need }) => (
          <li key={name} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <a href={`#${name}`} className="link flex min-h-11 items-center font-semibold md:min-h-6">
              {dossierSpecs[name].title}
            </a>
            <StateBadge name={name} block={own.blocks[name]} need={need} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On a phone: back to the list, and the blocks before and after. */
function Neighbours({ previous, next }: { readonly previous: BlockName | undefined; readonly next: BlockName | undefined }) {
  return (
    <nav aria-label="Autres blocs" className="flex flex-col gap-1 border-t border-line pt-3 md:hidden">
      {previous !== undefined && (
        <a href={`#${previous}`} className="link flex min-h-11 items-center">
          Précédent&nbsp;: {dossierSpecs[previous].title}
        </a>
      )}
      {next !== undefined && (
        <a href={`#${next}`} className="link flex min-h-11 items-center">
          Suivant&nbsp;: {dossierSpecs[next].title}
        </a>
      )}
      <a href="#tous-les-blocs" className="link flex min-h-11 items-center font-semibold">
        Tous les blocs
      </a>
    </nav>
  );
}
