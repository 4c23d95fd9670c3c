/** Where the tour's program lies, relative to the project's folder. */
export const TOUR = "lessons/tour/tour.ts";
