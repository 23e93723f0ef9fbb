"use client";

import { useMemo, useState, type ReactNode } from "react";
import { ConflictPanel } from "@/components/form/autosave/conflict-panel";
import { fillControl } from "@/components/form/autosave/controls";
import { copyKeyOf, type Difference, mergeCopy, readCopy, sweepCopies, type Values } from "@/components/form/autosave/local-copy";
import { SaveStatus } from "@/components/form/autosave/save-status";
import { useAutosave } from "@/components/form/autosave/use-autosave";
import { Form } from "@/components/form/form";
import { useHydrated } from "@/components/form/use-hydrated";
import { Alert } from "@/components/ui/alert";
import type { FormAction } from "@/lib/core/form-state";
import { paths } from "@/lib/core/paths";
import type { FieldErrors } from "@/lib/core/refusal";
import type { FieldSpec } from "@/lib/trainers/profile/field-spec";
import type { Lists } from "@/lib/trainers/profile/rules";
import type { Answers } from "@/lib/trainers/profile/vocabulary";
import { sendChanges } from "./autosave-request";
import { readForm, useLiveAnswers } from "./use-live-answers";
import { useTowns } from "./use-towns";
import { wordsOf } from "@/lib/trainers/profile/rules";

export interface WizardFormProps {
  readonly formId: string;
  readonly action: FormAction;
  /** Posted with the page: which one it is, or which line. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields: readonly FieldSpec[];
  readonly answers: Answers;
  readonly lists: Lists;
  /** Where what is typed is kept, and what of (a line of the CV) besides the changes. */
  readonly keptAt: string;
  readonly keptWith?: Readonly<Record<string, string>>;
  /** Where one comes back to after a session that ended. */
  readonly returnTo: string;
  /** What is typed, where it is not simply what the controls hold; `saved`: what the server has. */
  readonly read?: (form: HTMLFormElement, saved: Values) => Values;
  /** Name of the copy that the browser keeps, and whose it is. */
  readonly copy: string;
  readonly owner: string;
  readonly knownErrors?: FieldErrors;
  readonly label: string;
  /** The questions, given the answers so far. */
  readonly questions: (live: Answers) => ReactNode;
  /** The buttons, when they are in the form. */
  readonly children?: ReactNode;
  readonly className?: string;
}

const sameForAll = (answers: Answers, fields: readonly FieldSpec[]): Values =>
  Object.fromEntries(fields.map(({ name, kind }) => [name, answers[name] ?? (kind === "boxes" ? [] : "")]));

/**
 * A form of the CV or of the administrative file. It posts whole without JavaScript; with it, it is saved while one types,
 * a copy left by a lost network or session is put back, and what changed elsewhere is shown, never overwritten (EI-31).
 */
export function WizardForm(props: WizardFormProps) {
  const alive = useHydrated();
  const server = sameForAll(props.answers, props.fields);
  const copyKey = copyKeyOf(props.owner, props.copy);
  // Only the browser has a copy: the page is drawn once as the server has it, then again with what was found.
  const found = useMemo(() => {
    if (alive) sweepCopies(props.owner, Date.now());
    const copy = alive ? readCopy(copyKey, Date.now()) : null;
    return copy === null ? null : mergeCopy(copy, server);
    // The server's answers of this visit, and no others.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [alive, copyKey]);
  const restored = found === null ? 0 : Object.keys(found.restored).length;
  return (
    <LiveForm
      key={found === null ? "server" : "restored"}
      {...props}
      copyKey={copyKey}
      alive={alive}
      server={server}
      shown={{ ...props.answers, ...found?.restored, ...mineOf(found?.conflicts ?? []) }}
      restored={restored}
      conflicts={found?.conflicts ?? []}
    />
  );
}

const mineOf = (conflicts: readonly Difference[]): Answers => Object.fromEntries(conflicts.map(({ field, mine }) => [field, mine]));

type LiveFormProps = WizardFormProps & {
  readonly copyKey: string;
  readonly alive: boolean;
  readonly server: Values;
  readonly shown: Answers;
  readonly restored: number;
  readonly conflicts: readonly Difference[];
};

function LiveForm({ formId, action, hidden, fields, lists, knownErrors, label, questions, children, ...kept }: LiveFormProps) {
  const { copyKey, server, shown, restored } = kept;
  const live = useLiveAnswers(formId, fields, shown);
  const towns = useTowns(formId);
  const { state, conflicts, resolve, savedValues } = useAutosave({
    formId,
    copyKey,
    initial: server,
    read: kept.read ?? ((form) => readForm(form, fields)),
    send: (changes, keepalive) => sendChanges(kept.keptAt, changes, keepalive, kept.keptWith),
    conflicts: kept.conflicts,
    enabled: kept.alive,
    secret: fields.filter(({ sealed }) => sealed === true).map(({ name }) => name),
  });
  const specOf = (field: string) => fields.find(({ name }) => name === field);

  function choose({ field, theirs }: Difference, mine: boolean) {
    const form = document.getElementById(formId);
    if (!mine && form instanceof HTMLFormElement) fillControl(form, field, theirs);
    resolve(field);
  }

  return (
    <Form
      id={formId}
      label={label}
      action={action}
      initialValues={live}
      submitLabel={null}
      {...(knownErrors && { knownErrors })}
      {...(kept.className !== undefined && { className: kept.className })}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SeenInput server={server} savedValues={savedValues} state={state.step} />
      {restored > 0 && (
        <Alert tone="success" role="status" title="Vos réponses ont été retrouvées sur cet appareil.">
          <p>Elles n’avaient pas pu être envoyées. Elles sont de nouveau dans le formulaire, et s’enregistrent.</p>
        </Alert>
      )}
      <ConflictPanel
        conflicts={conflicts}
        labelOf={(field) => specOf(field)?.label ?? field}
        wordsOf={(field, value) => wordsOf(specOf(field), value, lists)}
        onKeepMine={(conflict) => choose(conflict, true)}
        onTakeTheirs={(conflict) => choose(conflict, false)}
      />
      {questions(live)}
      {Object.entries(towns).map(([field, names]) => (
        <datalist key={field} id={`${formId}-towns-${field}`}>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      ))}
      {children}
      <noscript>
        <p className="text-ink-soft">
          Après avoir changé une réponse dont d’autres dépendent (statut, régions…), enregistrez pour voir les questions qui suivent.
        </p>
      </noscript>
      <SaveStatus state={state} signInHref={paths.account.signIn({ retour: kept.returnTo })} />
    </Form>
  );
}

/** What the server is known to have, posted with the page so that only what changed since is written. */
function SeenInput({
  server,
  savedValues,
  state,
}: {
  readonly server: Values;
  readonly savedValues: () => Values;
  readonly state: string;
}) {
  const [value, setValue] = useState(() => JSON.stringify(server));
  const [step, setStep] = useState(state);
  if (step !== state) {
    setStep(state);
    if (state === "saved") setValue(JSON.stringify(savedValues()));
  }
  return <input type="hidden" name="seen" value={value} readOnly />;
}
