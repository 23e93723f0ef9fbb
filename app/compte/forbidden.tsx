export { default, metadata } from "@/app/_shell/forbidden";
