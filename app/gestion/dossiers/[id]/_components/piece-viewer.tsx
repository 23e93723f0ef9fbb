"use client";

import Link from "next/link";
import { ChevronLeft, ChevronRight, ExternalLink, RotateCw, ZoomIn, ZoomOut } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useHydrated } from "@/components/form/use-hydrated";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { fileSize } from "@/lib/core/format";
import { Key } from "./key";
import { Loading } from "./loading";
import { TurnedImage } from "./turned-image";

// A heavy reader, loaded when a PDF is first shown.
const PdfPages = lazy(() => import("./pdf-pages").then((module) => ({ default: module.PdfPages })));

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
  /** Blocks before and after this one. */
  readonly previousHref: string | null;
  readonly nextHref: string | null;
}

/** Widths of the document in its frame. */
const zooms = ["w-full", "w-[150%]", "w-[200%]", "w-[300%]"] as const;
const percents = ["100 %", "150 %", "200 %", "300 %"] as const;

/** A document, turned and enlarged by buttons or keys; the next one is a file of the block, then the block after it. */
export function PieceViewer({ pieces, previousHref, nextHref }: Props) {
  const [index, setIndex] = useState(0);
  const [quarter, setQuarter] = useState(0);
  const [zoom, setZoom] = useState(0);
  const alive = useHydrated();
  const show = (next: number) => {
    setIndex(next);
    setQuarter(0);
    setZoom(0);
  };
  const piece = pieces[index];
  const turnable = piece !== undefined && piece.href !== null && isShown(piece.mediaType);
  return (
    <section aria-label="Document" className="min-w-0 space-y-3 lg:sticky lg:top-4">
      <div className="flex flex-wrap items-center justify-between gap-2 print:hidden">
        <div className="flex flex-wrap gap-2">
          <Step by="previous" href={index > 0 ? null : previousHref} onPress={index > 0 ? () => show(index - 1) : null} />
          <Step
            by="next"
            href={index < pieces.length - 1 ? null : nextHref}
            onPress={index < pieces.length - 1 ? () => show(index + 1) : null}
          />
        </div>
        {alive && turnable && (
          <div className="flex flex-wrap items-center gap-2">
            <Button
              data-key="r"
              size="small"
              variant="secondary"
              icon={<RotateCw aria-hidden size={18} />}
              onClick={() => setQuarter((quarter + 1) % 4)}
            >
              Tourner <Key>R</Key>
            </Button>
            <Button
              data-key="-"
              size="small"
              variant="secondary"
              aria-label="Réduire"
              aria-disabled={zoom === 0}
              onClick={() => setZoom(Math.max(0, zoom - 1))}
            >
              <ZoomOut aria-hidden size={18} />
            </Button>
            <span className="w-14 text-center text-sm tabular-nums" role="status">
              {percents[zoom]}
            </span>
            <Button
              data-key="+"
              size="small"
              variant="secondary"
              aria-label="Agrandir"
              aria-disabled={zoom === zooms.length - 1}
              onClick={() => setZoom(Math.min(zooms.length - 1, zoom + 1))}
            >
              <ZoomIn aria-hidden size={18} />
            </Button>
          </div>
        )}
      </div>
      {piece === undefined ? (
        <p className="rounded-lg border border-line bg-surface-sunken px-4 py-10 text-center text-ink-soft">Ce bloc n’a pas de document.</p>
      ) : (
        <figure>
          <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-semibold">
              {piece.label}
              {pieces.length > 1 && (
                <span className="font-normal text-ink-soft">
                  {" "}
                  ({index + 1} sur {pieces.length})
                </span>
              )}
            </span>
            {piece.href !== null && (
              <a href={piece.href} target="_blank" rel="noreferrer" className="link inline-flex min-h-9 items-center gap-1.5 text-sm">
                {piece.name} ({fileSize(piece.bytes)})
                <ExternalLink aria-hidden size={16} />
                <span className="sr-only">, nouvel onglet</span>
              </a>
            )}
          </figcaption>
          <Shown key={piece.key} piece={piece} quarter={quarter} width={zooms[zoom] ?? zooms[0]} alive={alive} />
        </figure>
      )}
    </section>
  );
}

const isShown = (mediaType: string) => mediaType.startsWith("image/") || mediaType === "application/pdf";

interface ShownProps {
  readonly piece: ViewedPiece;
  readonly quarter: number;
  readonly width: string;
  readonly alive: boolean;
}

function Shown({ piece: { href, label, mediaType }, quarter, width, alive }: ShownProps) {
  if (href === null)
    return (
      <p className="rounded-lg border border-line bg-surface-sunken px-4 py-10 text-center text-ink-soft">
        Ce document a servi, puis il a été effacé : restent son type, ses dates et qui l’a vérifié.
      </p>
    );
  if (!isShown(mediaType))
    return (
      <p className="rounded-lg border border-line bg-surface-sunken px-4 py-10 text-center">
        Ce format ne s’affiche pas dans la page : téléchargez le document par le lien ci-dessus.
      </p>
    );
  const image = mediaType.startsWith("image/");
  if (!image && !alive) return <p className="text-ink-soft">Ouvrez le document par le lien ci-dessus.</p>;
  return (
    <section
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
      tabIndex={0}
      className="max-h-[75vh] min-h-40 overflow-auto rounded-lg border border-line bg-surface-sunken"
    >
      {image ? (
        <TurnedImage href={href} label={label} quarter={quarter} width={width} />
      ) : (
        <Suspense fallback={<Loading />}>
          <PdfPages href={href} label={label} quarter={quarter} width={width} />
        </Suspense>
      )}
    </section>
  );
}

interface StepProps {
  readonly by: "previous" | "next";
  /** To another block. */
  readonly href: string | null;
  /** To another file of this block. */
  readonly onPress: (() => void) | null;
}

function Step({ by, href, onPress }: StepProps) {
  const [key, words] = by === "previous" ? (["p", "Pièce précédente"] as const) : (["s", "Pièce suivante"] as const);
  const content = (
    <>
      {by === "previous" && <ChevronLeft aria-hidden size={18} />}
      <span className="sr-only">{words}</span>
      <span aria-hidden>{by === "previous" ? "Précédente" : "Suivante"}</span> <Key>{key.toUpperCase()}</Key>
      {by === "next" && <ChevronRight aria-hidden size={18} />}
    </>
  );
  if (href !== null)
    return (
      <Link href={href} prefetch={false} data-key={key} className={buttonClass("secondary", "small")}>
        {content}
      </Link>
    );
  return (
    <Button data-key={key} size="small" variant="secondary" aria-disabled={onPress === null} onClick={onPress ?? undefined}>
      {content}
    </Button>
  );
}
