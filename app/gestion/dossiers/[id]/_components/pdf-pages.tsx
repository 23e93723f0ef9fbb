"use client";

import { clsx } from "clsx";
import { useEffect, useRef, useState } from "react";
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from "unpdf/pdfjs";
import { Button } from "@/components/ui/button";
import { Loading } from "./loading";
import { NotShown } from "./turned-image";

interface Props {
  readonly href: string;
  readonly label: string;
  /** Quarters of a turn, clockwise. */
  readonly quarter: number;
  /** Class of the width. */
  readonly width: string;
}

/** Pages drawn at once; more on demand. */
const atOnce = 10;
/** Pixels of a page's width: sharp when enlarged. */
const drawnWidth = 1600;

/** A PDF drawn page by page from one reading, which is one look: no program of the file runs, and nothing is kept. */
export function PdfPages({ href, label, quarter, width }: Props) {
  const { file, failed } = usePdf(href);
  const [shown, setShown] = useState(atOnce);
  if (failed) return <NotShown />;
  if (file === null) return <Loading />;
  const count = Math.min(shown, file.numPages);
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <PdfPage
          key={index + 1}
          file={file}
          number={index + 1}
          quarter={quarter}
          width={width}
          label={file.numPages > 1 ? `${label}, page ${index + 1} sur ${file.numPages}` : label}
        />
      ))}
      {count < file.numPages && (
        <p className="p-4 text-center">
          <Button size="small" variant="secondary" onClick={() => setShown(shown + atOnce)}>
            Afficher les pages suivantes ({file.numPages - count})
          </Button>
        </p>
      )}
    </>
  );
}

function usePdf(href: string) {
  const [file, setFile] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      const answer = await fetch(href, { signal: stop.signal });
      if (!answer.ok) throw new Error(`the piece answers ${answer.status}`);
      const data = new Uint8Array(await answer.arrayBuffer());
      // Letters are drawn, not loaded as fonts.
      return getDocument({ data, disableFontFace: true, useSystemFonts: false }).promise;
    };
    read().then(setFile, (error: unknown) => {
      if (!stop.signal.aborted) setFailed(true);
      return error;
    });
    return () => stop.abort();
  }, [href]);
  return { file, failed };
}

interface PageProps extends Omit<Props, "href"> {
  readonly file: PDFDocumentProxy;
  readonly number: number;
}

function PdfPage({ file, number, label, quarter, width }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let drawing: ReturnType<PDFPageProxy["render"]> | undefined;
    let left = false;
    const draw = async () => {
      const page = await file.getPage(number);
      if (left || canvas.current === null) return;
      const rotation = (page.rotate + quarter * 90) % 360;
      const viewport = page.getViewport({ scale: drawnWidth / page.getViewport({ scale: 1, rotation }).width, rotation });
      canvas.current.width = viewport.width;
      canvas.current.height = viewport.height;
      drawing = page.render({ canvas: canvas.current, viewport });
      await drawing.promise;
    };
    // A drawing that was cut short by the next one is no fault.
    draw().catch(() => undefined);
    return () => {
      left = true;
      drawing?.cancel();
    };
  }, [file, number, quarter]);
  return <canvas ref={canvas} role="img" aria-label={label} className={clsx("mx-auto mb-2 block max-w-none bg-white", width)} />;
}
