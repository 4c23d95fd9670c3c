/** Made from `lessons/` by the build. */
declare module "virtual:course" {
  const course: readonly import("./catalogue.ts").CourseEntry[];
  export default course;
}
