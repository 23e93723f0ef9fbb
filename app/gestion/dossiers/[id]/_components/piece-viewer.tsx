"use client";

import { useState } from "react";
import { buttonClass } from "@/components/ui/button-class";

export interface ViewedPiece {
  readonly key: string;
  readonly label: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Null once the scan was erased (EI-105). */
  readonly href: string | null;
}
interface Props {
  readonly pieces: readonly ViewedPiece[];
  readonly previousHref: string | null;
  readonly nextHref: string | null;
}

export function PieceViewer({ pieces }: Props) {
  const [index] = useState(0);
  const piece = pieces[index];
  if (piece === undefined) return <p className="text-ink-soft">Ce bloc n’a pas de document.</p>;
  if (piece.href === null) return <p>Le document a été vérifié, puis effacé.</p>;
  return (
    <figure>
      <figcaption>{piece.label}</figcaption>
      {piece.mediaType.startsWith("image/") ? <img src={piece.href} alt={piece.label} /> : null}
      <a href={piece.href} className={buttonClass("secondary")}>
        Ouvrir {piece.name}
      </a>
    </figure>
  );
}
