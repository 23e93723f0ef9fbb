"use client";

import { use, useEffect, useRef, useState } from "react";
import { CodeField } from "@/components/form/code-field";
import { FormContext } from "@/components/form/form-context";
import { TextField } from "@/components/form/text-field";

/**
 * What tells a person from a mail scanner that runs the page and presses keys: the button pressed with a pointer,
 * or, as soon as the keyboard is used, one word to type. Without JavaScript, the code of the mail.
 */
export function LinkSign() {
  const sign = useRef<HTMLInputElement>(null);
  const [keyboard, setKeyboard] = useState(false);
  // A screen reader may press the button without a key or a pointer event: the server then asks for the word.
  const errors = use(FormContext)?.errors ?? {};
  useEffect(() => {
    const form = sign.current?.form;
    const pressed = (event: PointerEvent) => {
      const onButton = event.target instanceof Element && event.target.closest("button[type=submit]") !== null;
      if (sign.current !== null && event.isTrusted && onButton) sign.current.value = "pointer";
    };
    const typed = (event: KeyboardEvent) => {
      if (sign.current !== null) sign.current.value = "";
      const writing = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
      if (event.key === "Enter" || (!writing && (event.key === "Tab" || event.key === " "))) setKeyboard(true);
    };
    form?.addEventListener("pointerdown", pressed);
    document.addEventListener("keydown", typed);
    return () => {
      form?.removeEventListener("pointerdown", pressed);
      document.removeEventListener("keydown", typed);
    };
  }, []);
  return (
    <>
      <input ref={sign} type="hidden" name="sign" />
      <div hidden={!keyboard && errors["word"] === undefined} className="[@media(scripting:none)]:hidden">
        <TextField
          name="word"
          label="Vous utilisez le clavier ? Tapez OUI"
          hint="Pour montrer que vous n’êtes pas un robot de messagerie."
          autoComplete="off"
          width="short"
        />
      </div>
      <noscript className="[@media(scripting:none)]:block">
        <CodeField name="code" label="Code à 8 chiffres du courriel" hint="Il figure dans le même courriel que le lien." />
      </noscript>
    </>
  );
}
