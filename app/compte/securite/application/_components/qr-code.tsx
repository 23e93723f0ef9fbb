import { create } from "qrcode";

const margin = 4;

/** A QR code as one vector path, dark on white whatever the theme: scanners want it so. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const dark = Array.from(data.entries()).filter(([, module]) => module !== 0);
  const path = dark.map(([at]) => `M${(at % size) + margin} ${Math.floor(at / size) + margin}h1v1h-1z`).join("");
  const side = size + 2 * margin;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      className="h-auto w-full max-w-56 rounded-md border border-line"
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
