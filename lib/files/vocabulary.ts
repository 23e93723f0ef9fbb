/** Nothing is served before it is "clean". */
export const fileStates = ["pending", "clean", "infected", "deleted"] as const;

/** Where a file belongs; limits and formats of each: places.data.ts. */
export const filePlaces = ["account_picture", "ad_attachment", "trainer_cv", "trainer_diploma", "change_proof", "dossier_piece"] as const;
export type FilePlace = (typeof filePlaces)[number];

export const fileStores = ["local", "uploadthing", "s3"] as const;
export type FileStoreId = (typeof fileStores)[number];
