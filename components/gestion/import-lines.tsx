"use client";

import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import type { FormAction } from "@/lib/core/form-state";
import type { ImportEffect, ImportPreview } from "@/lib/core/import-preview";

interface Props {
  readonly preview: ImportPreview;
  readonly importAction: FormAction;
  readonly fields: Readonly<Record<string, string>>;
  readonly noun: { readonly one: string; readonly many: string };
  readonly path: string;
}

const words = {
  added: { label: "Ajout", tone: "success" },
  changed: { label: "Modification", tone: "info" },
  same: { label: "Sans changement", tone: "neutral" },
  refused: { label: "Refus", tone: "danger" },
} as const satisfies Record<ImportEffect, { label: string; tone: string }>;

const effects = ["refused", "added", "changed", "same"] as const;

/** What the file would do, the refused lines first; then the button that does all of it. */
export function ImportLines({ preview, importAction, fields, noun, path }: Props) {
  const { lines, text, print } = preview;
  const count = (effect: ImportEffect) => lines.filter((line) => line.effect === effect).length;
  const refused = count("refused");
  const writes = count("added") + count("changed");
  const sorted = effects.flatMap((effect) => lines.filter((line) => line.effect === effect));
  return (
    <div className="space-y-6">
      <Alert tone={refused > 0 ? "danger" : writes === 0 ? "info" : "success"} title={titleOf(refused, writes, noun)}>
        <p>
          {effects
            .filter((effect) => count(effect) > 0)
            .map((effect) => `${words[effect].label} : ${count(effect)}`)
            .join(" · ")}
        </p>
      </Alert>
      <ul aria-label="Lignes du fichier" className="divide-y divide-line border-y border-line">
        {sorted.map(({ line, name, effect, notes }) => (
          <li key={line} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-3">
            <span className="w-full shrink-0 sm:w-36">
              <Badge tone={words[effect].tone}>{words[effect].label}</Badge>
            </span>
            <span className="min-w-0 flex-1">
              <span className="font-semibold wrap-anywhere">{name}</span>{" "}
              <span className="text-sm whitespace-nowrap text-ink-soft">ligne {line}</span>
              {notes.map((note) => (
                <span key={note} className="block wrap-anywhere text-ink-soft">
                  {note}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-start gap-3">
        {refused === 0 && writes > 0 && (
          <ActionButton action={importAction} fields={{ ...fields, text, print }}>
            {writes === 1 ? "Importer cette ligne" : `Importer ces ${writes} lignes`}
          </ActionButton>
        )}
        {/* A plain link: the page starts again, form included. */}
        <a href={path} className={buttonClass("secondary", "medium")}>
          Choisir un autre fichier
        </a>
      </div>
    </div>
  );
}

function titleOf(refused: number, writes: number, noun: { readonly one: string; readonly many: string }): string {
  if (refused > 0)
    return refused === 1 ? "Une ligne est refusée : rien ne sera importé" : `${refused} lignes sont refusées : rien ne sera importé`;
  if (writes === 0) return "Ce fichier ne change rien";
  return `Rien n’est encore écrit : ${writes} ${writes === 1 ? noun.one : noun.many} à importer`;
}
