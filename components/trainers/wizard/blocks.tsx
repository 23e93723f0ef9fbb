"use client";

import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import type { BlockSpec, FieldSpec } from "@/lib/trainers/profile/field-spec";
import { isShown, type Lists } from "@/lib/trainers/profile/rules";
import type { Answers } from "@/lib/trainers/profile/vocabulary";
import { ProfileField } from "./profile-field";

interface Props {
  readonly blocks: readonly BlockSpec[];
  readonly answers: Answers;
  readonly lists: Lists;
  /** What a manager asks to mend, by block. */
  readonly remarks: Readonly<Record<string, string>>;
  /** Why a field cannot be changed here; undefined when it can. */
  readonly fixedReason: (spec: FieldSpec) => string | undefined;
  /** Identifier of the list of towns of a field. */
  readonly townsIdOf: (name: string) => string;
  /** Before the fields of a block. */
  readonly before?: Readonly<Record<string, ReactNode>>;
}

/** The blocks of one page of the wizard, those that concern the answers given so far. */
export function Blocks({ blocks, answers, lists, remarks, fixedReason, townsIdOf, before }: Props) {
  return blocks
    .filter((block) => isShown(block, answers))
    .map(({ id, title, help, fields }) => (
      <section key={id} id={`bloc-${id}`} aria-labelledby={`titre-${id}`} className="scroll-mt-6 space-y-6 border-t border-line pt-6">
        <div className="space-y-2">
          <h2 id={`titre-${id}`} className="text-xl">
            {title}
          </h2>
          {help !== undefined && <p className="text-ink-soft">{help}</p>}
        </div>
        <Remark remark={remarks[id]} />
        {before?.[id]}
        {fields
          .filter((spec) => isShown(spec, answers))
          .map((spec) => (
            <ProfileField
              key={spec.name}
              spec={spec}
              answers={answers}
              lists={lists}
              fixed={fixedReason(spec)}
              townsId={spec.kind === "city" ? townsIdOf(spec.name) : undefined}
            />
          ))}
      </section>
    ));
}

/** What a manager asks about a block or a table (EI-41). */
export function Remark({ remark }: { readonly remark: string | undefined }) {
  if (remark === undefined || remark === "") return null;
  return (
    <Alert tone="warning" title="Votre gestionnaire vous demande">
      <p className="whitespace-pre-line">{remark}</p>
    </Alert>
  );
}
