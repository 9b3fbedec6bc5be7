/** What a sign-in name may look like: it is typed on any keyboard and read out over the phone. */
export const LOGIN = /^[a-z0-9.-]{3,40}$/;

/** ASVS asks for eight signs; ten cost nobody anything. */
export const LEAST_PASSWORD = 10;
