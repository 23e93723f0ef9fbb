/** Writes an answer into the controls of a native form, as if it had been typed. */
export function fillControl(form: HTMLFormElement, field: string, value: string | readonly string[]): void {
  const wanted = typeof value === "string" ? [value] : value;
  for (const control of [...form.elements].filter((one) => "name" in one && one.name === field)) {
    if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")) {
      if (control.checked !== wanted.includes(control.value)) control.click();
    } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)
      type(control, wanted[0] ?? "");
  }
}

/** The library watches the property of each control: only the prototype's own setter makes the change look like a person's. */
function type(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  const prototype: object = Object.getPrototypeOf(control) as object;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}
