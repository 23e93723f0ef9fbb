"use client";

import { useState, type MouseEvent } from "react";
import { CheckboxField } from "@/components/form/checkbox-field";

interface Props {
  readonly name: string;
  readonly href: string;
  /** "de la charte des intervenants" */
  readonly document: string;
}

/** "J’ai pris connaissance de…": the box is ticked once its document was opened (EI-20). */
export function DocumentBox({ name, href, document }: Props) {
  const [opened, setOpened] = useState(false);
  const [told, setTold] = useState(false);
  function guard(event: MouseEvent<HTMLDivElement>) {
    if (opened || !(event.target instanceof HTMLInputElement) || !event.target.checked) return;
    event.preventDefault();
    setTold(true);
  }
  return (
    <div onClickCapture={guard}>
      <CheckboxField
        name={name}
        required
        label={
          <>
            J’ai pris connaissance{" "}
            <a
              href={href}
              target="_blank"
              rel="noreferrer"
              className="link"
              onClick={() => setOpened(true)}
              onAuxClick={() => setOpened(true)}
            >
              {document}
              <span className="sr-only"> (s’ouvre dans un nouvel onglet)</span>
            </a>
          </>
        }
      />
      <p role="status" className="pl-9 text-sm font-semibold text-warning">
        {told && !opened ? "Ouvrez d’abord ce document : son lien est dans la phrase." : ""}
      </p>
    </div>
  );
}
