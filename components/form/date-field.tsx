"use client";

import { TextField, type TextFieldProps } from "./text-field";

type Props = Omit<TextFieldProps, "type" | "inputMode" | "width">;

/** A date one knows by heart (birth, diploma): typed, JJ/MM/AAAA. Posts what was typed. */
export function DateField({ hint = "Jour, mois, année. Ex. : 01/02/1980", ...rest }: Props) {
  return <TextField placeholder="JJ/MM/AAAA" maxLength={10} {...rest} hint={hint} inputMode="numeric" width="short" />;
}
