"use client";

import { useRef, useState } from "react";
import { Hint } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useHydrated } from "@/components/form/use-hydrated";
import type { FormAction } from "@/lib/core/form-state";
import type { ImportPreview } from "@/lib/core/import-preview";
import { ImportLines } from "./import-lines";

const largestFile = 300_000;

interface Props {
  readonly previewAction: FormAction<ImportPreview>;
  readonly importAction: FormAction;
  /** Hidden inputs of both forms. */
  readonly fields?: Readonly<Record<string, string>>;
  /** What a line gives: "employeur", "employeurs". */
  readonly noun: { readonly one: string; readonly many: string };
  readonly columns: readonly { readonly header: string; readonly required?: boolean }[];
  /** This page, to start again. */
  readonly path: string;
}

const none: Readonly<Record<string, string>> = {};

/** A CSV file, chosen or pasted, shown line by line before anything is written: whole, or not at all (AD-09). */
export function CsvImport({ previewAction, importAction, fields = none, noun, columns, path }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const alive = useHydrated();
  return (
    <Form
      label="Importer un fichier"
      action={previewAction}
      submitLabel="Voir ce que le fichier ferait"
      requiredNote={false}
      className="max-w-3xl"
      doneContent={(preview) => <ImportLines preview={preview} importAction={importAction} fields={fields} noun={noun} path={path} />}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="text-ink-soft">
        <p>La première ligne donne les colonnes, dans l’ordre que vous voulez&nbsp;: {columns.map(({ header }) => header).join(", ")}.</p>
        <p className="mt-1">
          {columns.filter(({ required }) => required === true).length > 1 ? "Sont obligatoires" : "Est obligatoire"}&nbsp;:{" "}
          {columns
            .filter(({ required }) => required === true)
            .map(({ header }) => header)
            .join(", ")}
          . Les autres colonnes peuvent manquer&nbsp;: ce qu’elles donnent reste comme il est, mais une ligne nouvelle doit être complète.
        </p>
      </div>
      {alive && <FilePicker area={area} />}
      <div ref={area}>
        <TextAreaField
          name="text"
          label="Lignes du fichier"
          required
          rows={10}
          hint="Collez-les ici, depuis un tableur ou un fichier CSV. Séparateur : point-virgule, virgule ou tabulation."
        />
      </div>
    </Form>
  );
}

/** Reads the chosen file into the text below, where it can be looked at and mended. */
function FilePicker({ area }: { readonly area: React.RefObject<HTMLDivElement | null> }) {
  const [told, setTold] = useState("");
  async function take(file: File | undefined) {
    const text = area.current?.querySelector("textarea");
    if (file === undefined || !text) return;
    if (file.size > largestFile) {
      setTold(`« ${file.name} » est trop lourd : importez-le en plusieurs fois.`);
      return;
    }
    text.value = decode(await file.arrayBuffer());
    text.dispatchEvent(new Event("input", { bubbles: true }));
    setTold(`« ${file.name} » est lu : ses lignes sont ci-dessous.`);
  }
  return (
    <div className="space-y-1.5">
      <label htmlFor="csv-file" className="block w-fit font-semibold">
        Fichier CSV
      </label>
      <Hint id="csv-file-hint">Jusqu’à 1&nbsp;000 lignes. Le fichier n’est pas gardé.</Hint>
      <input
        id="csv-file"
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        aria-describedby="csv-file-hint"
        className="file-input"
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <p role="status" className="text-sm text-ink-soft">
        {told}
      </p>
    </div>
  );
}

/** French spreadsheets still write Windows-1252 by default. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
