export { default, metadata } from "@/app/_shell/not-found";
