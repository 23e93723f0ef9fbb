/**
 * The roles of a table, written out: some screen readers lose those of the elements
 * when CSS turns rows into cards on a phone.
 */
export const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;
