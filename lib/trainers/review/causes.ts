/** Causes of the mails of a demand for more: the job looks for them by the same words to learn when they really left. */
export const correctionCause = (requestId: string, round: number) => `correction:${requestId}:${round}`;
export const reminderCause = (requestId: string, round: number) => `correction-reminder:${requestId}:${round}`;
