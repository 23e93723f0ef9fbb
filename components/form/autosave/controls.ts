/** Writes an answer into the controls of a native form, as if it had been typed. */
export function fillControl(form: HTMLFormElement, field: string, value: string | readonly string[]): void {
  const wanted = typeof value === "string" ? [value] : value;
  const controls = [...form.elements].filter((control) => "name" in control && control.name === field);
  for (const control of controls) {
    if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox"))
      control.checked = wanted.includes(control.value);
    else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)
      control.value = wanted[0] ?? "";
  }
  controls[0]?.dispatchEvent(new Event("input", { bubbles: true }));
  controls[0]?.dispatchEvent(new Event("change", { bubbles: true }));
}
