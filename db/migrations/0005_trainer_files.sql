CREATE INDEX "ads_attachment" ON "ads" USING btree ("attachment_file_id");--> statement-breakpoint
CREATE INDEX "change_requests_file" ON "change_requests" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "profile_events_request" ON "profile_events" USING btree ("request_id","at");--> statement-breakpoint
CREATE INDEX "profile_events_at" ON "profile_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "profile_lines_file" ON "profile_lines" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "trainer_profiles_cv_file" ON "trainer_profiles" USING btree ("cv_file_id");