/** Shows a box while the role chosen is limited to such a place; written out, because the style sheet is built from these words. */
export const shownFor = {
  structure: "hidden group-has-[option[value=manager]:checked]:block",
  authority:
    "hidden group-has-[option[value=principal]:checked]:block group-has-[option[value=operator]:checked]:block group-has-[option[value=agent]:checked]:block",
} as const;
