"use client";

import { TextField, type TextFieldProps } from "./text-field";

type Props = Omit<TextFieldProps, "type" | "inputMode" | "label"> & Partial<Pick<TextFieldProps, "label">>;

/** A telephone number; spaces, dots and +33 are all accepted. */
export function PhoneField({ label = "Téléphone", hint = "Ex. : 06 12 34 56 78", ...rest }: Props) {
  return <TextField autoComplete="tel" width="medium" {...rest} label={label} hint={hint} type="tel" inputMode="tel" />;
}
