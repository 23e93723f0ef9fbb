/** The accent of the page, for what is drawn outside its shell (dialogs, menus). Browser only. */
export const currentApplication = () => document.querySelector<HTMLElement>("[data-application]")?.dataset["application"];
