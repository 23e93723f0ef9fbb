"use client";

import { ComboBoxField } from "@/components/form/combo-box-field";
import { DatePickerField } from "@/components/form/date-picker-field";
import { FileField } from "@/components/form/file-field";
import type { FileRules } from "@/components/form/file-rules";
import { Form } from "@/components/form/form";
import { RichTextField } from "@/components/form/rich-text-field";
import type { Upload } from "@/components/form/use-upload";
import { accept } from "./sample-actions";
import { communes } from "./sample-data";

const rules: FileRules = { endings: [".pdf", ".jpg", ".jpeg", ".png"], formats: "PDF, JPEG ou PNG", maxBytes: 10 * 1024 * 1024 };
const step = 150;
const wait = () => new Promise((resolve) => setTimeout(resolve, step));

const fakeUpload: Upload = async (file, { signal, onProgress }) => {
  for (let percent = 0; percent <= 100 && !signal.aborted; percent += 10) {
    onProgress(percent);
    await wait();
  }
  if (file.name.startsWith("echec")) throw new Error("La liaison a été coupée. Votre fichier n’est pas parti : réessayez.");
  return { id: "418", name: file.name };
};

async function searchCommunes(query: string) {
  await wait();
  if (query.toLowerCase() === "panne") throw new Error("panne");
  return communes.filter(({ label }) => label.toLowerCase().startsWith(query.toLowerCase()));
}

/** Fields that do more with JavaScript, and still something without. */
export function RichFields() {
  return (
    <Form id="riche" label="Champs enrichis" action={accept} requiredNote={false}>
      <ComboBoxField
        name="commune"
        label="Commune"
        hint="Saisissez les premières lettres. Ex. : Cachan"
        search={searchCommunes}
        textName="communeTexte"
      />
      <ComboBoxField
        name="naissanceLieu"
        label="Commune de naissance"
        search={searchCommunes}
        defaultOption={{ id: "94016", label: "Cachan", detail: "94230, Val-de-Marne" }}
      />
      <DatePickerField name="debut" label="Début de l’intervention" hint="Jour, mois, année" min="2026-11-01" max="2027-12-31" />
      <DatePickerField name="fin" label="Fin de l’intervention" defaultValue="2027-03-12" />
      <RichTextField
        name="texte"
        label="Texte mis en forme"
        rows={8}
        defaultValue={"## Un titre\n\nDu **gras**, de l’*italique*, [un lien](/aide).\n\n- une liste"}
      />
      <FileField name="diplome" label="Diplôme" rules={rules} upload={fakeUpload} />
      <FileField
        name="rib"
        label="Relevé d’identité bancaire"
        rules={rules}
        upload={fakeUpload}
        current={{ id: "12", name: "rib-martin-2026.pdf" }}
      />
      <FileField name="cv" label="CV" hint="Envoyé avec le formulaire. Formats acceptés : PDF. 10 Mo au maximum." rules={rules} />
    </Form>
  );
}
