/** Words of the settings that are a choice. */
export const choiceLabels = { yes: "Oui", no: "Non" } as const;

/** A value of a setting, in words. */
export const valueLabel = (value: string | number): string => (value === "yes" || value === "no" ? choiceLabels[value] : String(value));
