"""What people see: the server's edge and one folder of pages for each audience. Reads `data` and `kit_content`."""
