import type { CSSProperties } from "react";

// Mail programs ignore style sheets: styles are written on the elements, here and nowhere else.
const font = "'Atkinson Hyperlegible Next', Verdana, Arial, sans-serif";
export const page: CSSProperties = { backgroundColor: "#f3f4f7", fontFamily: font, margin: 0, padding: "16px 0" };
export const sheet: CSSProperties = { backgroundColor: "#ffffff", maxWidth: "600px", padding: "24px 20px", borderRadius: "8px" };
export const brand: CSSProperties = { color: "#1d3f8f", fontSize: "20px", fontWeight: 700, margin: "0 0 16px" };
export const logo: CSSProperties = { margin: "0 0 12px" };
export const text: CSSProperties = { color: "#1c2230", fontSize: "17px", lineHeight: "26px", margin: "0 0 16px" };
export const small: CSSProperties = { color: "#4b5468", fontSize: "14px", lineHeight: "21px", margin: "0 0 10px" };
export const rule: CSSProperties = { borderColor: "#d9dde6", margin: "20px 0" };
export const button: CSSProperties = {
  backgroundColor: "#1d3f8f",
  borderRadius: "6px",
  color: "#ffffff",
  display: "inline-block",
  fontSize: "17px",
  fontWeight: 700,
  padding: "13px 22px",
  textDecoration: "none",
};
export const link: CSSProperties = { color: "#1d3f8f", wordBreak: "break-all" };
export const code: CSSProperties = { color: "#1c2230", fontSize: "28px", fontWeight: 700, letterSpacing: "4px", margin: "0 0 16px" };
export const quote: CSSProperties = { ...text, borderLeft: "4px solid #d9dde6", padding: "2px 0 2px 14px" };
