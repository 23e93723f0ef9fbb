"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { type Difference, differing, dropCopy, type FieldChange, keepCopy, type Values } from "./local-copy";
import { afterSaving, type SaveAnswer, type SaveState } from "./save-answer";
import { formOf, useFormEvents } from "./use-form-events";

type Options = {
  /** Identifier of the form element. */
  readonly formId: string;
  /** Name of the copy kept by the browser. */
  readonly copyKey: string;
  /** What the server has. */
  readonly initial: Values;
  /** What is typed now, by field, for the fields on screen; `saved`: what the server has. */
  readonly read: (form: HTMLFormElement, saved: Values) => Values;
  /** `keepalive`: the page is going away. */
  readonly send: (changes: readonly FieldChange[], keepalive: boolean) => Promise<SaveAnswer>;
  readonly conflicts: readonly Difference[];
  /** Fields that are never kept in clear on this device. */
  readonly secret: readonly string[];
  /** Not before the copy of this device was looked for: a form without answers of its own would take it away. */
  readonly enabled: boolean;
};

/** Milliseconds after the last key, and between two tries when the server cannot be reached. */
const pause = 900;
const patience = 15_000;

/**
 * Saves a form while it is being typed: after a pause, when the page is hidden, when the network or the session comes
 * back. Meanwhile the browser keeps a copy. A field changed elsewhere waits for the person's choice and is never sent.
 */
export function useAutosave({ formId, copyKey, initial, read, send, conflicts: found, secret, enabled }: Options) {
  const [state, setState] = useState<SaveState>({ step: "quiet" });
  const [conflicts, setConflicts] = useState<readonly Difference[]>(found);
  const saved = useRef<Values>(initial);
  const busy = useRef(false);
  /** Typed and on its way to nobody yet: sent when the form goes away with its page. */
  const unsent = useRef<readonly FieldChange[]>([]);

  const pendingOf = (form: HTMLFormElement, waiting: readonly Difference[]) =>
    differing(saved.current, read(form, saved.current)).filter(({ field }) => !waiting.some((conflict) => conflict.field === field));
  const copy = (form: HTMLFormElement) => keepOpen(copyKey, differing(saved.current, read(form, saved.current)), secret);
  const later = useLater(() => void flush());

  async function flush(keepalive = false): Promise<void> {
    const form = formOf(formId);
    if (form === null || busy.current) return form === null ? undefined : later(pause);
    const changes = pendingOf(form, conflicts);
    if (changes.length === 0) return conflicts.length === 0 ? dropCopy(copyKey) : undefined;
    busy.current = true;
    unsent.current = [];
    setState({ step: "saving" });
    const answer = await send(changes, keepalive);
    busy.current = false;
    settle(form, changes, answer);
  }

  function settle(form: HTMLFormElement, changes: readonly FieldChange[], answer: SaveAnswer): void {
    if (answer.kind === "refused") return setState({ step: "refused", message: answer.message });
    if (answer.kind !== "saved") {
      setState({ step: answer.kind === "signed_out" ? "signed_out" : "offline", kept: copy(form) });
      return later(patience);
    }
    const { known, lost } = afterSaving(saved.current, changes, answer.conflicts);
    saved.current = known;
    if (lost.length > 0) setConflicts((before) => [...before, ...lost]);
    setState({ step: "saved", at: answer.at });
    if (pendingOf(form, [...conflicts, ...lost]).length > 0) later(pause);
    else if (lost.length === 0) dropCopy(copyKey);
  }

  useFarewell(async () => {
    const changes = unsent.current;
    if (changes.length > 0 && (await send(changes, true)).kind === "saved") dropCopy(copyKey);
  });
  useFormEvents(formId, enabled, {
    onTyped: (form) => {
      unsent.current = pendingOf(form, conflicts);
      if (unsent.current.length === 0) return setState(nothingToSave);
      copy(form);
      setState(somethingToSave);
      later(pause);
    },
    onBack: () => void flush(),
    onLeave: () => void flush(true),
  });

  return {
    state,
    conflicts,
    /** The person has chosen: what is in the field now counts, from what the server has. */
    resolve: (field: string) => {
      setConflicts((before) => without(before, field));
      later(0);
    },
    /** What the server is known to have. */
    savedValues: () => saved.current,
  };
}

const nothingToSave = (before: SaveState): SaveState => (before.step === "waiting" ? { step: "quiet" } : before);
const somethingToSave = (before: SaveState): SaveState =>
  before.step === "offline" || before.step === "signed_out" ? before : { step: "waiting" };
/** Keeps what may lie in clear on this device; false when something is on the screen alone. */
function keepOpen(key: string, changes: readonly FieldChange[], secret: readonly string[]): boolean {
  const kept = changes.filter(({ field }) => !secret.includes(field));
  return keepCopy(key, kept) && kept.length === changes.length;
}

const without = (conflicts: readonly Difference[], field: string) => conflicts.filter((conflict) => conflict.field !== field);

/** Runs `work` when the component goes away, as the last drawing left it. */
function useFarewell(work: () => Promise<void>): void {
  const last = useEffectEvent(work);
  useEffect(() => () => void last(), []);
}

/** Runs `work` once, some milliseconds after the last call. */
function useLater(work: () => void): (wait: number) => void {
  /** Counted up, so that two calls for the same wait are two. */
  const [due, setDue] = useState<{ readonly wait: number; readonly turn: number } | null>(null);
  const onDue = useEffectEvent(work);
  useEffect(() => {
    if (due === null) return;
    const timer = setTimeout(() => onDue(), due.wait);
    return () => clearTimeout(timer);
  }, [due]);
  return (wait) => setDue((before) => ({ wait, turn: (before?.turn ?? 0) + 1 }));
}
