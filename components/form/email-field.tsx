"use client";

import { TextField, type TextFieldProps } from "./text-field";

type Props = Omit<TextFieldProps, "type" | "inputMode" | "label"> & Partial<Pick<TextFieldProps, "label">>;

/** An e-mail address, with the right keyboard on a phone. */
export function EmailField({ label = "Adresse électronique", hint = "Ex. : prenom.nom@exemple.fr", ...rest }: Props) {
  return (
    <TextField
      autoComplete="email"
      spellCheck={false}
      autoCapitalize="none"
      {...rest}
      label={label}
      hint={hint}
      type="email"
      inputMode="email"
    />
  );
}
