/** A lesson's place in the tour. */
export interface TourStop {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
}

/** The line that the tour's program prints before a lesson's demonstration. */
export const tourHeading = ({ number, title }: Pick<TourStop, "number" | "title">): string =>
  `== ${number}. ${title} ==`;
