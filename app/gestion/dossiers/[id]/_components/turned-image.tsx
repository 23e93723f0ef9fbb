"use client";

import { clsx } from "clsx";
import { useEffect, useRef, useState } from "react";

interface Props {
  readonly href: string;
  readonly label: string;
  /** Quarters of a turn, clockwise. */
  readonly quarter: number;
  /** Class of the width. */
  readonly width: string;
}

/** An image at its width; turned, it is drawn again from what was already received: one look, however it is turned. */
export function TurnedImage({ href, label, quarter, width }: Props) {
  const image = useRef<HTMLImageElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (image.current !== null && canvas.current !== null && quarter !== 0) draw(image.current, canvas.current, quarter);
  }, [quarter]);
  // An image that failed before the page was alive fires nothing more.
  useEffect(() => {
    if (image.current?.complete === true && image.current.naturalWidth === 0) setFailed(true);
  }, []);
  if (failed) return <NotShown />;
  return (
    <>
      {/* oxlint-disable-next-line nextjs/no-img-element -- sealed, counted and never kept: no optimiser may fetch it */}
      <img
        ref={image}
        src={href}
        alt={label}
        onError={() => setFailed(true)}
        className={clsx("mx-auto block max-w-none", width, quarter !== 0 && "hidden")}
      />
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        className={clsx("mx-auto max-w-none", width, quarter === 0 ? "hidden" : "block")}
      />
    </>
  );
}

export const NotShown = () => (
  <p role="status" className="px-4 py-10 text-center">
    Ce document ne s’affiche pas : ouvrez-le par le lien ci-dessus, qui dit pourquoi s’il n’est plus accessible.
  </p>
);

function draw(image: HTMLImageElement, canvas: HTMLCanvasElement, quarter: number): void {
  const { naturalWidth: width, naturalHeight: height } = image;
  const lying = quarter % 2 === 1;
  canvas.width = lying ? height : width;
  canvas.height = lying ? width : height;
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarter * Math.PI) / 2);
  context.drawImage(image, -width / 2, -height / 2);
}
