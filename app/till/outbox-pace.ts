/** Between two sales that a till sends after a storm: a hundred tills that come back at once leave room for those that sell. */
export const REST_MS = 60;
