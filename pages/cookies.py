"""The name of the cookie that signed-in staff carry."""

STAFF = "open_roads_staff"
