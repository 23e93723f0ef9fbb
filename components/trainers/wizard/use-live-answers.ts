"use client";

import { useEffect, useState } from "react";
import type { FieldSpec } from "@/lib/trainers/profile/field-spec";
import { listOf } from "@/lib/trainers/profile/rules";
import type { Answers } from "@/lib/trainers/profile/vocabulary";

/** What is typed now, for the fields that the form shows. */
export function readForm(form: HTMLFormElement, fields: readonly FieldSpec[]): Answers {
  const entries = new FormData(form);
  const present = new Set(
    [...form.elements].flatMap((control) => ("name" in control && !control.matches(":disabled") ? [control.name] : [])),
  );
  return Object.fromEntries(
    fields
      .filter(({ name }) => present.has(name))
      .map(({ name, kind }) => {
        const values = entries.getAll(name).filter((value) => typeof value === "string");
        return [name, kind === "boxes" ? values : (values[0] ?? "")];
      }),
  );
}

/** Fields on which the questions shown, or their choices, depend. */
const drivers = [
  "status",
  "withoutWork",
  "employerCountry",
  "otherAddress",
  "regions",
  "services",
  "trained",
  "onNetworks",
  "specialty",
  "country",
  "identityKind",
  "contractKind",
];
const stateOf = (answers: Answers) => JSON.stringify(drivers.map((name) => listOf(answers, name)));

/**
 * The answers as far as they decide what is asked: changes only when a deciding answer does, so that typing draws
 * nothing again. What was in a field that goes away is kept for when it comes back.
 */
export function useLiveAnswers(formId: string, fields: readonly FieldSpec[], initial: Answers) {
  const [live, setLive] = useState(initial);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const follow = () => {
      setTimeout(() => {
        const typed = readForm(form, fields);
        setLive((before) => {
          const next = { ...before, ...typed };
          return stateOf(next) === stateOf(before) ? before : next;
        });
      });
    };
    form.addEventListener("input", follow);
    form.addEventListener("change", follow);
    return () => {
      form.removeEventListener("input", follow);
      form.removeEventListener("change", follow);
    };
  }, [formId, fields]);
  return live;
}
