"use client";

import { useRouter } from "next/navigation";
import { use, useEffect } from "react";
import { FormContext } from "./form-context";

interface Props {
  readonly name: string;
  /** What the page shows, as the server is to compare it with what it keeps. */
  readonly value: string;
}

/**
 * What was seen goes with what is typed. Once somebody is told of what changed meanwhile, it is read again and what was
 * typed stays; refused for anything else, it stays as it was sent.
 */
export function SeenField({ name, value }: Props) {
  const router = useRouter();
  const form = use(FormContext);
  const told = form?.refused === "conflict" ? form.typed : undefined;
  useEffect(() => {
    if (told !== undefined) router.refresh();
  }, [told, router]);
  const sent = told === undefined ? form?.typed?.[name] : undefined;
  return <input type="hidden" name={name} value={typeof sent === "string" ? sent : value} />;
}
