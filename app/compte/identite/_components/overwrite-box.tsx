"use client";

import { use, useState } from "react";
import { CheckboxField } from "@/components/form/checkbox-field";
import { FormContext } from "@/components/form/form-context";

/** Asked only once the server has answered that the identity was changed elsewhere meanwhile; stays until it is saved. */
export function OverwriteBox() {
  const form = use(FormContext);
  const asked = form?.errors["overwrite"] !== undefined;
  const [shown, setShown] = useState(asked);
  if (asked && !shown) setShown(true);
  // Saved: the next conflict is another one.
  if (shown && form?.typed === undefined) setShown(false);
  return shown && <CheckboxField name="overwrite" label="Remplacer ce qui a été enregistré entre-temps par ce que j’ai saisi" />;
}
